import { say } from '@rmtools/look/words'

export const bulkWords = {
  approve: {
    title: say('Setujui {count} kasus', 'Approve {count} cases'),
    act: say('Setujui {count}', 'Approve {count}'),
  },
  return: {
    title: say('Kembalikan {count} kasus', 'Return {count} cases'),
    act: say('Kembalikan {count}', 'Return {count}'),
  },
  none: say(
    'Tidak ada kasus yang dapat diputuskan sekaligus.',
    'None of these can be decided together.',
  ),
  excluded: say('{count} dilewati:', '{count} left out:'),
  questions: say(
    'Ada pertanyaan pemeriksaan: buka kasusnya.',
    'The checks have questions: open the case.',
  ),
  part: say('Bagian yang harus diperbaiki', 'The part to be changed'),
  reason: say('Alasan', 'Reason'),
  done: say('{done} dari {count} berhasil.', '{done} of {count} done.'),
} as const
