import { z } from "zod";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { shapeOf } from "./shape-of";

const text = z.string().exactOptional();

export const localised = shapeOf<Localised>()(z.object({ fr: text, en: text }));
export const languages = shapeOf<Locale[]>()(z.array(z.enum(["fr", "en"])));
