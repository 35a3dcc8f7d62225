import { createHash } from 'node:crypto';

/**
 * The public key that MariaDB's ed25519 plugin stores for a password, in Base64 without padding. The password is the secret itself
 * and of any length, which is why the keys of `node:crypto`, made of 32 bytes, cannot be used.
 */
export function ed25519Key(password: string): string {
  const digest = createHash('sha512').update(password, 'utf8').digest();
  const scalarBytes = digest.subarray(0, 32);
  scalarBytes[0] = (scalarBytes[0] ?? 0) & 248;
  scalarBytes[31] = ((scalarBytes[31] ?? 0) & 127) | 64;
  return encodePoint(multiply(basePoint, toNumber(scalarBytes)))
    .toString('base64')
    .replace(/=+$/, '');
}

/** A point of the curve in extended coordinates. */
type Point = { readonly x: bigint; readonly y: bigint; readonly z: bigint; readonly t: bigint };

const prime = 2n ** 255n - 19n;
/** -121665/121666, written out because every start would compute it. */
const curveD = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const basePoint = makeBasePoint();

function makeBasePoint(): Point {
  const x = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
  const y = 46316835694926478169428394003475163141307993866256225615783033603165251855960n;
  return { x, y, z: 1n, t: modulo(x * y) };
}

function multiply(point: Point, scalar: bigint): Point {
  let sum: Point = { x: 0n, y: 1n, z: 1n, t: 0n };
  let power = point;
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) sum = add(sum, power);
    power = add(power, power);
  }
  return sum;
}

function add(left: Point, right: Point): Point {
  const a = modulo((left.y - left.x) * (right.y - right.x));
  const b = modulo((left.y + left.x) * (right.y + right.x));
  const c = modulo(2n * curveD * left.t * right.t);
  const d = modulo(2n * left.z * right.z);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { x: modulo(e * f), y: modulo(g * h), z: modulo(f * g), t: modulo(e * h) };
}

function encodePoint({ x, y, z }: Point): Buffer {
  const inverse = invert(z);
  const sign = modulo(x * inverse) & 1n;
  const number = modulo(y * inverse) | (sign << 255n);
  return Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();
}

function toNumber(littleEndian: Buffer): bigint {
  return BigInt(`0x${Buffer.from(littleEndian).reverse().toString('hex')}`);
}

/** By Fermat's little theorem. */
function invert(value: bigint): bigint {
  let result = 1n;
  let power = modulo(value);
  for (let exponent = prime - 2n; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = modulo(result * power);
    power = modulo(power * power);
  }
  return result;
}

function modulo(value: bigint): bigint {
  const rest = value % prime;
  return rest < 0n ? rest + prime : rest;
}
