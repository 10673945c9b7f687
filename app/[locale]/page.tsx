import { setRequestLocale } from "next-intl/server";
import { toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }> };

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <h1>PlusEén</h1>;
}
