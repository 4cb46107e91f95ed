// Seeded pools for the draw's benchmark: the same arguments make the same people, on every machine.

/** Numbers in [0, 1) from a whole seed (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Six features with the shares of the population; volunteers lean towards the first values, by `lean`. */
const population = {
  gender: [0.51, 0.49],
  age: [0.16, 0.17, 0.17, 0.18, 0.16, 0.16],
  region: [0.2, 0.17, 0.14, 0.13, 0.12, 0.1, 0.08, 0.06],
  education: [0.33, 0.29, 0.22, 0.16],
  origin: [0.74, 0.15, 0.11],
  opinion: [0.3, 0.25, 0.2, 0.15, 0.1],
};

/** `people` volunteers and quotas of one seat around the population's share of `seats`. */
export function largePool({ people, seats, seed, lean = 0.8 }) {
  const next = numbers(seed);
  const pick = (shares) => {
    const leaning = shares.map((share, at) => share * (1 + lean * (1 - at / (shares.length - 1 || 1))));
    let left = next() * leaning.reduce((sum, one) => sum + one, 0);
    for (let at = 0; at < leaning.length; at++) {
      left -= leaning[at];
      if (left < 0) return at;
    }
    return leaning.length - 1;
  };
  const features = Object.keys(population);
  const rows = Array.from({ length: people }, () => features.map((name) => `${name}-${pick(population[name])}`));
  const quotas = features.flatMap((name) =>
    population[name].map((share, at) => [
      name,
      `${name}-${at}`,
      Math.floor(share * seats),
      Math.ceil(share * seats) + 1,
    ]),
  );
  return { header: features, rows, quotas };
}

/** Two features of which every value occurs `times` times, at most once in a panel. */
export function rareValues({ people, times }) {
  const header = ["first", "second"];
  const rows = Array.from({ length: people }, (_, at) => [
    `first-${Math.floor(at / times)}`,
    `second-${Math.floor(((at * 7919) % people) / times)}`,
  ]);
  const quotas = header.flatMap((name) =>
    Array.from({ length: Math.ceil(people / times) }, (_, value) => [name, `${name}-${value}`, 0, 1]),
  );
  return { header, rows, quotas };
}

/** Quotas that every panel meets with equality, of people who lean towards the first values. */
export function tightPool({ people, seats, values, seed }) {
  const next = numbers(seed);
  const header = values.map((_, feature) => `f${feature}`);
  const pick = (limit) => Math.floor(limit * (next() < 0.25 ? Math.min(next(), next()) : next()));
  const rows = Array.from({ length: people }, () => values.map((limit) => `v${pick(limit)}`));
  const quotas = values.flatMap((limit, feature) =>
    Array.from({ length: limit }, (_, value) => [`f${feature}`, `v${value}`, seats / limit, seats / limit]),
  );
  return { header, rows, quotas };
}

/** Adds an address column: this share of people live two or three to an address, the others alone. */
export function withHouseholds({ header, rows, quotas }, { share, seed }) {
  const next = numbers(seed);
  const order = rows.map((_, at) => at);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  const homes = new Array(rows.length).fill("");
  const shared = Math.round(rows.length * share);
  for (let at = 0, home = 0; at + 1 < shared; home++) {
    const size = Math.min(next() < 0.2 ? 3 : 2, shared - at);
    for (let k = 0; k < size; k++) homes[order[at + k]] = `Shared street ${home}`;
    at += size;
  }
  homes.forEach((home, at) => {
    if (home === "") homes[at] = `Own street ${at}`;
  });
  return { header: [...header, "address"], rows: rows.map((row, at) => [...row, homes[at]]), quotas };
}
