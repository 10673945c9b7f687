/** One address of every public page type, without the language. */
export const publicPages = [
  "",
  "/voorzieningen",
  "/voorzieningen?q=vergunning&soort=component",
  "/voorzieningen?q=qqqqzzzz",
  "/voorzieningen/open-zaak",
  "/gemeenten",
  "/gemeenten/zwolle",
  "/dashboard",
  "/inloggen",
  "/toegankelijkheid",
  "/privacy",
  "/bestaat-niet",
];
