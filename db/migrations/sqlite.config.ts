import { defineConfig } from "drizzle-kit";

// The tables choose their dialect from this variable when they are loaded, which is after this line. The store comes from generate.mjs.
delete process.env.DATABASE_URL;

const store = process.env.MIGRATIONS_STORE ?? "main";

export default defineConfig({
  dialect: "sqlite",
  schema: `db/schema/${store}.ts`,
  out: `${process.env.MIGRATIONS_OUT ?? "db/migrations"}/sqlite/${store}`,
});
