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
    'No selected case can be decided in bulk.',
  ),
  excluded: say('{count} dilewati:', '{count} skipped:'),
  questions: say(
    'Ada temuan pemeriksaan: buka kasusnya.',
    'The checks have findings: open the case.',
  ),
  part: say('Bagian yang harus diperbaiki', 'Part to be corrected'),
  reason: say('Alasan', 'Reason'),
  done: say('{done} dari {count} berhasil.', '{done} of {count} done.'),
} as const
