/** One digit six times, or six digits in a row up or down: the first ones anybody tries. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin.charAt(index))),
  );
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === -1);
}
