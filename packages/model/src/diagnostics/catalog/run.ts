import type { DiagnosticRow } from './row.ts';

/** SP7xx: applying a plan. */
export const runDiagnostics = {
  SP701: {
    summary: 'The resource did not converge',
    explanation:
      'After the apply the node was read again and a property differs from its declaration. Something on the node changed it back, or the node stores another form of it.',
  },
  SP702: {
    summary: 'An operation failed',
    explanation:
      'The node reported that the operation failed. The remaining resources of this node were not started; other nodes went on.',
  },
  SP703: {
    summary: 'The outcome of an operation is unknown',
    explanation:
      'No record of the operation came back from the node: the connection was lost or the deadline passed. It may or may not have happened. Nothing is retried blindly; run `setpoint plan` to see the state.',
  },
  SP704: {
    summary: 'The node moved since the plan',
    explanation:
      'A fact that a planned change relied on is different now, so the change was refused before anything was written. Plan again.',
  },
  SP705: {
    summary: 'The plan turned out differently',
    explanation:
      'A change was planned on an unknown fact. When the fact became known, the change needed would have been another than the one shown, so it was refused. Plan again.',
  },
  SP706: {
    summary: 'The journal broke off',
    explanation:
      'An entry of the run could not be written to its journal, for example because the disk of this machine is full. The running operations were waited for and no other was started. Plan again to see the state of the nodes.',
  },
  SP707: {
    summary: 'The node is not what the saved plan found',
    explanation:
      'A saved plan is carried out as it is or not at all, change by change. What the node says now would need another change than the one that people looked at, so this one was refused before anything was written, and so was what depends on it. Other changes are not held up, unless --all-or-nothing is given. Make a new plan and look at what is different.',
  },
  SP708: {
    summary: 'The node undid the change, because nobody confirmed it',
    explanation:
      'The resource has `confirm_within`: the node goes back to the state before unless a new connection, with a new login and a new `sudo`, gets through in time. None did, or the operations themselves failed, or the run was interrupted, so the node did what it was told to do then. The state before holds again, except for what is told as not undone. Look at what the change does to the way in before it is made again.',
  },
  SP709: {
    summary: 'Nobody can tell whether the node undid the change',
    explanation:
      'The resource has `confirm_within`, the change was not confirmed, and the node could not be reached again to tell whether it went back. It does so by itself when the time has passed. Look at the node by another way, such as its console; what it did stands in the journal of its unit `setpoint-confirm-…`.',
  },
  SP710: {
    summary: 'The node could not be told how to undo the change',
    explanation:
      'The resource has `confirm_within`, and what the node needs to undo the change by itself could not be put there, so nothing was changed. It takes systemd or `setsid` on the node, a place under /run (/tmp without root) that can be written, and one account for all resources that are confirmed together.',
  },
  SP711: {
    summary: 'The change could not be undone',
    explanation:
      'The resource has `confirm_within`, and what was there before cannot be brought back: it could not be read, or nothing of it was kept. Such a change is not made. Take `confirm_within` from the resource to make it all the same.',
  },
  SP720: {
    summary: 'Somebody changed it since that run',
    explanation:
      'A rollback leads back to the state before a run, from the state that the node is in now. What the node says now is not what the run left behind, so another run, another tool or a person has changed it since, and going back undoes their work as well. Leave the node out with --limit, or look at the difference that the plan shows and go on.',
  },
} as const satisfies Record<string, DiagnosticRow>;
