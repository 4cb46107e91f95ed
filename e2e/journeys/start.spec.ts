import { expect, test } from "@playwright/test";
import { createDatabase } from "../fixtures/database";
import { startServer } from "../fixtures/server";

const postgresServer = process.env.TEST_DATABASE_URL;

test("a new installation is ready by itself, and again after a crash, on SQLite", async ({ page }) => {
  const server = await startServer();
  try {
    await page.goto(server.url);
    await expect(page.locator("body")).not.toBeEmpty();
    await server.kill("SIGKILL");
    await server.restart();
    await page.reload();
    await expect(page.locator("body")).not.toBeEmpty();
  } finally {
    await server.stop();
  }
});

test("a new installation is ready by itself, and again after a crash, on PostgreSQL", async ({ page }) => {
  test.skip(!postgresServer, "no PostgreSQL was found");
  const database = await createDatabase(postgresServer ?? "");
  const server = await startServer({ databaseUrl: database.url });
  try {
    await page.goto(server.url);
    await expect(page.locator("body")).not.toBeEmpty();
    await server.kill("SIGKILL");
    await server.restart();
    await page.reload();
    await expect(page.locator("body")).not.toBeEmpty();
  } finally {
    await server.stop();
    await database.drop();
  }
});
