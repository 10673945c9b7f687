"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import {
  switchOffProviderAction,
  switchOnProviderAction,
  testProviderAction,
} from "@/lib/accounts/providers/actions";
import { providerStepForm } from "@/lib/accounts/providers/schema";

const actions = {
  test: testProviderAction,
  switchOn: switchOnProviderAction,
  switchOff: switchOffProviderAction,
};

type Props = { step: keyof typeof actions; providerId: string; version: number };

/** One button that does what it says, to the provider as it was seen. */
export function ProviderStep({ step, providerId, version }: Props) {
  const t = useTranslations("platform.providers.detail");
  return (
    <Form
      id={step}
      action={actions[step]}
      schema={providerStepForm}
      hidden={{ providerId, version: `${version}` }}
      submit={t(step)}
    >
      {() => null}
    </Form>
  );
}
