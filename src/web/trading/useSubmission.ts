import { useCallback, useMemo, useSyncExternalStore } from "react";
import { newIdempotencyKey, Submission, type Outcome, type SubmissionState } from "./model/submission";

/** A submission of `command` with a key of its own; a new one each time that `command` is another function. */
export function useSubmission<T>(command: (key: string) => Promise<Outcome<T>>): {
  readonly state: SubmissionState<T>;
  readonly send: () => Promise<SubmissionState<T>>;
} {
  const submission = useMemo(() => new Submission(newIdempotencyKey(), command), [command]);
  const state = useSyncExternalStore(submission.onChange, submission.state, submission.state);
  const send = useCallback(async () => {
    await submission.send();
    return submission.state();
  }, [submission]);
  return { state, send };
}
