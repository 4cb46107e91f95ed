import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { newId, readCommandId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { insertMail, type NewMail } from "~/db/repositories/mail";
import { findPerson, insertPerson } from "~/db/repositories/person";
import { refusedForm } from "../http/reply";
import { withStorageRefusals } from "../http/storage-refusals";
import { carryOut, refusalOfStore } from "../kernel/carry-out";

function mailTo(name: string, made: Pick<NewMail, "id" | "createdAt">): NewMail {
  return {
    ...made,
    assemblyId: null,
    purpose: "announcement",
    aboutId: null,
    to: name,
    locale: "fr",
    subject: name,
    body: name,
  };
}

/** Two pages as routes are written: one reads; one carries a command out, which writes a person and a mail to them. */
const pages = {
  async loader({ context }: LoaderFunctionArgs) {
    return { found: (await findPerson(context.app.stores.main, "nobody" as never)) !== undefined };
  },
  async action({ request, context }: ActionFunctionArgs) {
    const form = await request.formData();
    const name = String(form.get("name"));
    const order = { commandId: readCommandId(form.get("id")), action: "test.write" };
    const done = await carryOut(context, order, async (tx) => {
      const row = {
        email: null,
        emailProvenAt: null,
        phone: null,
        locale: "fr" as const,
        createdAt: context.app.clock.now(),
      };
      await insertPerson(tx, { id: newId<"person">(context.app.random), name, ...row });
      await insertMail(tx, mailTo(name, { id: newId<"mail">(context.app.random), createdAt: row.createdAt }));
      return accept({ value: name, journal: [], wake: ["mail"] });
    });
    return done.ok ? { done: done.value } : refusedForm(form, done.refusal);
  },
  default: () => null,
};

/** The page shows what it was handed, as text. */
const build = {
  entry: {
    module: {
      // biome-ignore lint/complexity/useMaxParams: Remix hands a page to its renderer in four.
      default: (_request: Request, status: number, headers: Headers, { staticHandlerContext }: never) => {
        const { loaderData, actionData, errors } = staticHandlerContext as Record<string, unknown>;
        return new Response(JSON.stringify({ loaderData, actionData, errors }), { status, headers });
      },
    },
  },
  routes: { page: { id: "page", path: "page", module: pages } },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;

/** The page `/page` of any application, whose stores may fail: what they cannot do is a refusal with its sentence. */
export const writingPage: ServerBuild = withStorageRefusals(build, refusalOfStore);
