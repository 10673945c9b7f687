import { redirect } from "next/navigation";
import { toLocale } from "@/lib/core/locales";
import { question } from "@/lib/search/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The short address of the search: the catalogue shows everything that a question finds. */
export default async function Page({ params, searchParams }: Props) {
  const [{ locale }, { q }] = await Promise.all([params, searchParams]);
  const asked = new URLSearchParams({ q: question.parse(q) });
  redirect(`/${toLocale(locale)}/voorzieningen?${asked}`);
}
