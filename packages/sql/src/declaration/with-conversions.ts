import type { Catalogue, Fact } from '../catalogue/fact.ts';
import type { Conversion } from './declaration.ts';

/** Tells columns, as `using` of their info, how the declaration has their values converted. */
export function withConversions(catalogue: Catalogue, conversions: readonly Conversion[]): Catalogue {
  if (conversions.length === 0) return catalogue;
  const facts = catalogue.facts.map((fact) => {
    const conversion = conversions.find(({ column }) => isColumn(fact, column));
    return conversion === undefined ? fact : { ...fact, info: { ...fact.info, using: conversion.using } };
  });
  return { ...catalogue, facts };
}

function isColumn({ kind, name }: Fact, column: readonly string[]): boolean {
  return kind === 'column' && column.every((part, index) => name[name.length - column.length + index] === part);
}
