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
// Three hundred entries: the largest page of a timeline.
const syllables = 'ba de fi go ku la me ni po ru sa te vi zo'.split(' ');
const name = (at) => ['B', 'D', 'F', 'K', 'M', 'T', 'Z'][at % 7] + syllables.at(at % 13 - 1).slice(1) + syllables[Math.trunc(at / 14) % 14] + syllables[at % 14];
const deeds = ['opened a school in', 'sold the brewery of', 'flooded the cellars of', 'closed the ferry to', 'burned a barn near', 'repaired the viaduct at', 'banned lorries from', 'planted oaks around', 'bombed a depot near', 'painted the station of', 'moved two hundred sheep to'];
const days = Array.from({ length: 300 }, (_, at) => `${name(at)} ${deeds[at % 11]} ${name(at + 301)} on ${1 + (at % 31)} ${['January', 'March', 'May', 'July'][Math.trunc(at / 31) % 4]} 2025, which cost ${at * 37 + 113} pounds.`);
line({ story: 'long', article: 'log', outlet: 'The Long Log', captured: '2025-01-01T08:00:00Z', headline: 'A long spring', text: days.join('\n\n') });
