import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./lib/core/i18n.ts");

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Also on the answers that Next gives by itself, such as 405 (NL API Design Rules, core/version-header).
    { source: "/api/v1/:path*", headers: [{ key: "API-Version", value: "1.0.0" }] },
  ],
  // Dutch is the default: an address without a language leads to the Dutch page.
  redirects: async () => [
    { source: "/", destination: "/nl", permanent: false },
    // Files (with a dot), the API and Next's own addresses have no language.
    {
      source: "/:path((?!nl(?:/|$)|en(?:/|$)|api/|_next/|healthz)[^.]*)",
      destination: "/nl/:path",
      permanent: false,
    },
  ],
};

export default withMessages(config);
