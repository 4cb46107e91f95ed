import type { useLoaderData } from "@remix-run/react";
import type { loader } from "./route.server";

/** What the page is shown. */
export type ListView = ReturnType<typeof useLoaderData<typeof loader>>;
