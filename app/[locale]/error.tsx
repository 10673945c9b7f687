"use client";
import { useParams } from "next/navigation";
import { toLocale } from "@/lib/core/locales";
import en from "@/messages/en/layout.json";
import nl from "@/messages/nl/layout.json";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The last resort: it takes its words straight from the messages, because their provider may be what failed. */
export default function ErrorPage({ error, reset }: Props) {
  const words = (toLocale(useParams().locale) === "en" ? en : nl).error;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="measure mt-4">{words.text}</p>
      {error.digest && (
        <p className="mt-2 text-sm text-soft">
          {words.reference}: {error.digest}
        </p>
      )}
      <button type="button" className="button mt-6" onClick={reset}>
        {words.retry}
      </button>
    </>
  );
}
