/** How `ALTER TABLE` says when a trigger or rule fires. */
export function firingClause(enabled: string): string {
  switch (enabled) {
    case 'disabled':
      return 'DISABLE';
    case 'replica':
      return 'ENABLE REPLICA';
    case 'always':
      return 'ENABLE ALWAYS';
    default:
      return 'ENABLE';
  }
}
