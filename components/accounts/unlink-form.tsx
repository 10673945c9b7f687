"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { unlinkIdentityAction } from "@/lib/accounts/identities/actions";
import { unlinkForm } from "@/lib/accounts/identities/schema";

/** Unties one identity from the account of its owner. */
export function UnlinkForm({ identityId }: { identityId: string }) {
  const t = useTranslations("identities.own");
  return (
    <Form
      id={`los-${identityId}`}
      action={unlinkIdentityAction}
      schema={unlinkForm}
      hidden={{ identityId }}
      submit={t("unlink")}
      isPersonal
    >
      {() => null}
    </Form>
  );
}
