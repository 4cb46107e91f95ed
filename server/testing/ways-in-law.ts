import fc from "fast-check";
import { moves } from "./attack-moves";
import { attackedInstallation } from "./attacked-installation";
import { testApp } from "./test-app";

const sequences = fc.array(fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.nat(1000)), {
  minLength: 15,
  maxLength: 30,
});

/** How often something of interest happened over all runs: a law over nothing proves nothing. */
export interface Seen {
  attackerDevices: number;
  victimDevices: number;
}

/**
 * Over every way in: after whatever the two did, what the attacker's devices open is what an organiser of `ours` could give anyway, and
 * the victim's devices open nothing of the attacker's own. A failure names the moves that lead to it.
 */
export async function checkWaysIn(options: { readonly runs: number; readonly seed: number }): Promise<Seen> {
  const seen: Seen = { attackerDevices: 0, victimDevices: 0 };
  await fc.assert(
    fc.asyncProperty(sequences, fc.nat(), async (sequence, seed) => {
      const world = await testApp(`ways-in ${seed}`);
      try {
        const there = await attackedInstallation(world);
        for (const [name, at] of sequence) {
          await moves[name]?.(there, at);
          for (const right of await there.rightsOf("attacker"))
            if (!right.startsWith(`${there.ours.assemblyId}:`))
              throw new Error(`after ${name}, the attacker has ${right}`);
          for (const right of await there.rightsOf("victim"))
            if (right === `organisation:${there.ours.organisationId}`)
              throw new Error(`${name} gave the victim ${right}`);
        }
        seen.attackerDevices += there.held.filter(({ by }) => by === "attacker").length;
        seen.victimDevices += there.held.filter(({ by }) => by === "victim").length;
      } finally {
        await world.dispose();
      }
    }),
    { numRuns: options.runs, seed: options.seed, endOnFailure: true },
  );
  return seen;
}
