import { describe, expect, test } from "vitest";
import { domainOf, isMailDomain, judgeIssuer, splitDomains } from "./rules";
import { newProviderForm } from "./schema";

test.each([
  ["jan@zwolle.nl", "zwolle.nl"],
  ["Jan.de.Vries+werk@ICT.Zwolle.NL", "ict.zwolle.nl"],
  ["jan@ssc-zwolle.nl", "ssc-zwolle.nl"],
])("the domain of %s is %s", (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});

test.each([
  "",
  "jan",
  "jan@",
  "@zwolle.nl",
  "jan@zwolle",
  "jan@zwolle.nl ",
  "jan @zwolle.nl",
  "jan@zwolle.nl.",
  "jan@.zwolle.nl",
  "jan@zwolle..nl",
  "jan@-zwolle.nl",
  "jan@evil.example@zwolle.nl",
  "jan@zwolle.nl@evil.example",
  '"jan@zwolle.nl"@evil.example',
  "jan@zwolle.nl,evil.example",
  "jan@zwolle.nl\n@evil.example",
  "jan@zwolle.nl\0",
  "jan＠zwolle.nl",
  "jan@zwollе.nl",
  "jаn@zwolle.nl",
  "jan@zwolle。nl",
  "jan@xn--zwoll-9of.nl\u200b",
  "jan@127.0.0.1",
  "jan@[127.0.0.1]",
  `jan@${"a".repeat(64)}.nl`,
])("%j has no domain that counts", (address) => {
  expect(domainOf(address)).toBeNull();
});

test("domains are read as people type them, each once", () => {
  expect(splitDomains(" @Zwolle.nl, ssc-zwolle.nl;\n zwolle.nl\n\n")).toEqual(["zwolle.nl", "ssc-zwolle.nl"]);
  expect(isMailDomain("xn--zwoll-9of.nl")).toBe(true);
});

const tenant = "1b2c3d4e-0000-4000-8000-123456789abc";
const entra = (part: string) => `https://login.microsoftonline.com/${part}/v2.0`;

describe("Entra ID binds to one tenant", () => {
  test.each([
    [entra("common"), tenant, "multiTenant"],
    [entra("COMMON"), tenant, "multiTenant"],
    [entra("organizations"), tenant, "multiTenant"],
    [entra("consumers"), null, "multiTenant"],
    [entra("9188040d-6c67-4c5b-b112-36a304b66dad"), null, "multiTenant"],
    ["https://login.microsoftonline.com", tenant, "multiTenant"],
    ["https://LOGIN.microsoftonline.com/common/v2.0", tenant, "multiTenant"],
    ["https://login.microsoftonline.us/common/v2.0", tenant, "multiTenant"],
    [entra(tenant), null, "tenantNeeded"],
    [entra(tenant), "9b2c3d4e-0000-4000-8000-123456789abc", "tenantDiffers"],
    ["https://sts.windows.net/common/", tenant, "multiTenant"],
    [entra(tenant), tenant, null],
    [entra(tenant), tenant.toUpperCase(), null],
    ["https://sts.windows.net/1b2c3d4e-0000-4000-8000-123456789abc/", tenant, null],
    ["https://login.zwolle.nl/common", null, null],
    ["geen adres", null, null],
  ] as const)("%s with tenant %s: %s", (issuer, tenantId, fault) => {
    expect(judgeIssuer(issuer, tenantId)).toBe(fault);
  });
});

const input = {
  organisationId: "1b2c3d4e-0000-4000-8000-123456789abc",
  label: "Account van Zwolle",
  issuer: "https://login.zwolle.nl/realms/zwolle",
  clientId: "pluseen",
  clientSecret: "geheim",
  mailDomains: "zwolle.nl",
};

const faultsOf = (changed: object) => {
  const { error } = newProviderForm.safeParse({ ...input, ...changed });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
};

test.each([
  [{}, []],
  [{ tenantId: undefined }, []],
  [{ label: "" }, ["label: required"]],
  [{ clientSecret: " " }, ["clientSecret: required"]],
  [{ mailDomains: "zwolle" }, ["mailDomains: invalidDomain:zwolle"]],
  [{ mailDomains: " , " }, ["mailDomains: required"]],
  [{ mailDomains: "*.nl" }, ["mailDomains: invalidDomain:*.nl"]],
  [{ tenantId: "zwolle.onmicrosoft.com" }, ["tenantId: invalidTenant"]],
  [{ issuer: "login.zwolle.nl" }, ["issuer: invalidIssuer"]],
  [{ issuer: "javascript:alert(1)" }, ["issuer: invalidIssuer"]],
  [{ issuer: "https://a@login.zwolle.nl" }, ["issuer: invalidIssuer"]],
  [{ issuer: "https://login.zwolle.nl?x=1" }, ["issuer: invalidIssuer"]],
  [{ issuer: "https://login.zwolle.nl#x" }, ["issuer: invalidIssuer"]],
  [{ issuer: "https://login.zwolle.nl\\x" }, ["issuer: invalidIssuer"]],
  [{ issuer: entra("common") }, ["issuer: multiTenant"]],
  [{ issuer: entra(tenant) }, ["tenantId: tenantNeeded"]],
])("a form with %j: %j", (changed, faults) => {
  expect(faultsOf(changed)).toEqual(faults);
});
