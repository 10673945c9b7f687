import { notFound } from "next/navigation";

/** Any address that no other file answers. */
export default function Page(): never {
  notFound();
}
