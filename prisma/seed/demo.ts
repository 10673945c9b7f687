export { clearDemo } from "./demo/clear";
export { loadDemo } from "./demo/load";
