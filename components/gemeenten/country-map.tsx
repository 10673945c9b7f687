import { listGemeenten } from "@/lib/gemeenten/queries";
import { GemeenteMap } from "./gemeente-map";

/**
 * The map of the country, complete: the one component that reads for itself, because it stands on
 * several pages and always shows the same.
 */
export async function CountryMap() {
  return <GemeenteMap gemeenten={await listGemeenten()} />;
}
