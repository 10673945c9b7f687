import { expect, test } from "vitest";
import { readDevice, toDevice } from "./device";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox/Windows"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge/Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari/macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1",
    "Chrome/iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
    "Samsung Internet/Android",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
    "Chrome/Linux",
  ],
  [
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
    "Chrome/ChromeOS",
  ],
  ["curl/8.5.0", "/"],
  ["<script>alert(1)</script>", "/"],
  ["x".repeat(100_000), "/"],
  [null, "/"],
])("%s is %s", (userAgent, expected) => {
  expect(toDevice(userAgent)).toBe(expected);
});

test("what is stored is read back as two words, or none", () => {
  expect(readDevice("Samsung Internet/Android")).toEqual({ browser: "Samsung Internet", system: "Android" });
  expect(readDevice("/")).toEqual({ browser: null, system: null });
  expect(readDevice(null)).toEqual({ browser: null, system: null });
});
