/** May somebody become a person of the demonstration? Not where the setting PLUS1_DEMO closes it. */
export function canSignInAsDemo(setting: "0" | "1" | undefined): boolean {
  return setting !== "0";
}
