import { defineConfig } from "drizzle-kit";

// The tables choose their dialect from this variable when they are loaded, which is after this line. The store comes from generate.mjs.
process.env.DATABASE_URL = "postgres://only-the-dialect-matters";

const store = process.env.MIGRATIONS_STORE ?? "main";

export default defineConfig({
  dialect: "postgresql",
  schema: `db/schema/${store}.ts`,
  out: `${process.env.MIGRATIONS_OUT ?? "db/migrations"}/pg/${store}`,
});
