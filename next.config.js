import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/core/i18n.ts",
  // Parsed when the site is built: parsing and looking up each sentence was a fifth of what a page costs.
  experimental: { messages: { path: "./messages", format: "json", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The door refuses what is larger before Next sees it: 256 KB, and more on the pages that take a file.
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
  // Headers of every answer: scripts/steps/door/headers.mjs.
  // Dutch is the default: an address without a language leads to the Dutch page.
  redirects: async () => [
    { source: "/", destination: "/nl", permanent: false },
    // Files (with a dot), the API and Next's own addresses have no language.
    {
      source: "/:path((?!nl(?:/|$)|en(?:/|$)|api/|_next/)[^.]*)",
      destination: "/nl/:path",
      permanent: false,
    },
  ],
};

export default withMessages(config);
