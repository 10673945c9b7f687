import { useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";
import { SwitchButton } from "./switch-button";

/** For whoever works for several organisations: acting for another one. Opens without JavaScript. */
export function OrganisationSwitch({ viewer: { organisation, organisations } }: { viewer: Viewer }) {
  const t = useTranslations("memberships.switch");
  return (
    <details className="relative">
      <summary className="link">{t("open")}</summary>
      <ul className="z-10 mt-1 grid w-max max-w-[calc(100vw-2rem)] gap-1 rounded-md border border-edge bg-paper p-2 sm:absolute sm:right-0">
        {organisations
          .filter(({ id }) => id !== organisation?.id)
          .map((other) => (
            <li key={other.id}>
              <SwitchButton organisation={other} className="button button-quiet button-small w-full" />
            </li>
          ))}
      </ul>
    </details>
  );
}
