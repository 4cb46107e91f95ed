// The tables of the main store: drizzle-kit and the handle read them from here.
export * from "./assembly";
export * from "./drafting";
export * from "./invitation";
export * from "./learning";
export * from "./people";
export * from "./records";
export * from "./recruitment";
export * from "./session";
export * from "./site";
export * from "./voting";
