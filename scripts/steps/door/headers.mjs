// The headers of every answer, whoever makes it: page, file, refusal or error.
import { filePolicy } from "./csp.mjs";

/** What this site does not use, no page of it and nothing inside one may ask for; passkeys are for ourselves. */
const permissions = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "web-share",
  "window-management",
  "xr-spatial-tracking",
]
  .map((name) => `${name}=()`)
  .concat("publickey-credentials-create=(self)", "publickey-credentials-get=(self)")
  .join(", ");

const always = {
  // A page replaces it by its own.
  "Content-Security-Policy": filePolicy,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": permissions,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** A year, for the names below ours as well: none of them may be visited without https either. */
const onlyHttps = { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };

/** Name and value of each header; `isSecure`: visitors come over https. */
export function listSecurityHeaders({ isSecure }) {
  return Object.entries({ ...always, ...(isSecure ? onlyHttps : {}) });
}
