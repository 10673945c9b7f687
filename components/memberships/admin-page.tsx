import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";

type Props = {
  title: string;
  /** Above this page, from the top. */
  trail?: { label: string; path: string }[];
  isWide?: boolean;
  children: ReactNode;
};

/** The frame of a page below that of the organisation, with words for its forms. */
export function AdminPage({ title, trail, isWide = false, children }: Props) {
  const t = useTranslations("memberships.organisation");
  return (
    <div className={isWide ? undefined : "measure"}>
      <Breadcrumbs trail={trail ?? [{ label: t("title"), path: "/organisatie" }]} here={title} />
      <h1 className="wrap-anywhere">{title}</h1>
      <ClientMessages namespaces={["membershipForms"]}>{children}</ClientMessages>
    </div>
  );
}
