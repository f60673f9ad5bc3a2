// Writes a story that tries to be more than text: script in every field, bidi controls, right-to-left and CJK texts,
// one endless word, and 300 dated sentences.
const base = { story: 'hostile', timezone: 'Asia/Tokyo' };
const line = (fields) => process.stdout.write(JSON.stringify({ ...base, ...fields }) + '\n');
const script = '<script>window.hacked = 1</script>';
const image = '<img src=x onerror="window.hacked = 1">';
for (const [day, toll] of [['01', 'Twelve'], ['02', 'Fifteen']]) {
  line({
    article: 'script', outlet: `${script} & "Sons"`, url: 'javascript:window.hacked=1', captured: `2025-03-${day}T08:00:00Z`,
    headline: `${script}${image} \u202Edlrow olleh`, byline: `By ${image}`,
    text: `${toll} people were killed on 1 March 2025, ${image} said.\n\n“${script}” said Ann <b>Lee</b>.\n\n${'x'.repeat(400)}`,
  });
  line({ article: 'rtl', outlet: 'الجريدة', url: 'https://rtl.example/1', captured: `2025-03-${day}T09:00:00Z`, headline: 'حريق في العبارة', text: `قتل ${day} شخصا.\n\nقال العمدة.` });
  line({ article: 'cjk', outlet: '新聞', url: 'https://cjk.example/1', captured: `2025-03-${day}T10:00:00Z`, headline: '船で火災', text: `死者は${day}人。\n\n市長は述べた。` });
}
const days = Array.from({ length: 300 }, (_, at) => {
  const day = new Date(Date.UTC(2025, 0, 1 + (at % 90))).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `The harbour of town ${at} was closed by its council on ${day} after the ${at} storm.`;
});
line({ story: 'long', article: 'log', outlet: 'The Long Log', captured: '2025-04-02T08:00:00Z', headline: 'A long spring', text: days.join('\n\n') });
