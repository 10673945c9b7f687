import { useTranslations } from "next-intl";
import { failureSchema } from "@/lib/accounts/identities/schema";

/** Why signing in through an organisation did not succeed, on the page that one comes back to. */
export function SignInFailure({ failure }: { failure: unknown }) {
  const t = useTranslations();
  const key = failureSchema.parse(failure);
  if (!key) return null;
  return (
    <div role="alert" className="measure mb-6 rounded-md border-2 border-negative bg-negative-subtle p-4">
      <p className="font-semibold">{t("identities.failed")}</p>
      <p>{t(`errors.${key}`)}</p>
    </div>
  );
}
