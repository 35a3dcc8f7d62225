import { type Channel, type Diagnostic, errorDiagnostic, type NodeSpec, warningDiagnostic } from '@setpoint/model';
import type { EngineContext } from '../ports.ts';

export type SessionResult =
  | { readonly kind: 'open'; readonly channel: Channel }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Opens the channel to a node; it stays open for plan, apply and verify. */
export async function openChannel(node: NodeSpec, context: EngineContext): Promise<SessionResult> {
  const { withheld } = node.connection;
  if (withheld !== undefined) {
    const detail = `${node.name} is not planned. ${withheld}`;
    return { kind: 'failed', diagnostic: warningDiagnostic('SP519', { node: node.name, detail }) };
  }
  const driver = context.drivers.get(node.connection.driver);
  if (driver === undefined) {
    const detail = `${node.name} is reached through "${node.connection.driver}", and there is no driver of that name.`;
    return {
      kind: 'failed',
      diagnostic: errorDiagnostic('SP607', {
        node: node.name,
        detail,
        ...(node.source === undefined ? {} : { span: node.source }),
      }),
    };
  }
  const result = await driver.connect(node, context.signal);
  if (result.kind === 'failed') return { kind: 'failed', diagnostic: { ...result.diagnostic, node: node.name } };
  return { kind: 'open', channel: result.channel };
}
