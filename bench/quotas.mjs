// How many gemeenten take part in each solution: a few are everywhere, most are small.

const steepness = 0.8;

/** `count` whole numbers, largest first, none above `most`, that together are `total`. */
export function spreadAdoptions({ count, most, total }) {
  if (total > count * most) throw new RangeError(`${total} adoptions do not fit ${count} x ${most}`);
  const draw = (scale) =>
    Array.from({ length: count }, (_, index) =>
      Math.min(most, Math.floor(scale * (index + 1) ** -steepness)),
    );
  let [low, high] = [0, most * count ** steepness];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sum(draw(middle)) > total) high = middle;
    else low = middle;
  }
  return fillUp(draw(low), most, total);
}

/** Rounding down left a few over: one more for the first that have room. */
function fillUp(quotas, most, total) {
  let left = total - sum(quotas);
  while (left > 0) {
    for (let index = 0; index < quotas.length && left > 0; index++) {
      if (quotas[index] === most) continue;
      quotas[index]++;
      left--;
    }
  }
  return quotas;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
