// Where a piece of a report's text begins and ends, counted in characters as the dossier counts them.
const placeOf = (piece) => {
  const start = +(piece.dataset.s ?? piece.id.slice(piece.id.lastIndexOf("-s") + 2));
  const words = piece.textContent;
  return [start, start + (/[\ud800-\udfff]/.test(words) ? Array.from(words).length : words.length)];
};
