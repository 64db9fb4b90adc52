import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { ApiError } from '#web/web-kit';
import { http } from '../../api/http.js';

const LATEST = ['books', 'latest'];

/** The last run; null when the books were never verified. */
export function useLatestVerification() {
  return useQuery({
    queryKey: LATEST,
    queryFn: async () => {
      try {
        return (await http.get('/books/verifications/latest')) ?? null;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });
}

/** A large chain takes a while: the answer may come minutes later. */
const VERIFY_TIMEOUT_MS = 300_000;

export function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      http.post('/books/verifications', undefined, {
        timeoutMs: VERIFY_TIMEOUT_MS,
      }),
    onSuccess: (run) => queries.setQueryData(LATEST, run),
  });
}
