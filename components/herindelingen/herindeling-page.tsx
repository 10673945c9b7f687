import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";

const path = "/platform/herindelingen";

/** The frame of a page below the list of herindelingen, with words for its forms. */
export function HerindelingPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations();
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("platform.title"), path: "/platform" },
          { label: t("herindelingen.title"), path },
        ]}
        here={title}
      />
      <h1 className="wrap-anywhere">{title}</h1>
      <ClientMessages namespaces={["herindelingen"]}>{children}</ClientMessages>
    </>
  );
}
