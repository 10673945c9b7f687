/** Lower case without accents, so that "oberon" finds "Óberon". */
export function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** A code as it stands in an address: SOCIAAL_DOMEIN is "sociaal-domein". */
export function toAddressWord(code: string): string {
  return code.toLowerCase().replaceAll("_", "-");
}

/** Of a parameter that an address may repeat, the first. */
export function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
