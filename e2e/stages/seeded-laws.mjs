// Stands in for fast-check in every test (remix.config.js): laws begin from one seed, so that a run says of the change what it says, and
// not of chance. The long run draws a new one for each law; LAW_SEED names another.
import fc from "fast-check";

const { LAW_SEED, LONG } = process.env;
if (LAW_SEED || !LONG) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(LAW_SEED ?? 20_261_129) });

// biome-ignore lint/performance/noReExportAll: it is the package, with a seed
// biome-ignore lint/performance/noBarrelFile: the same
export * from "fast-check";
// biome-ignore lint/style/noDefaultExport: the package has one
export default fc;
