// Ways out of the page: links, sharing and files.

const isWeb = (url) => /^https?:\/\//i.test(url);

export function links({ canvas, options, later }, host) {
  const address = (query) => options.page + (query && '?' + query);

  host.link = address;
  host.open = (url) => {
    if (isWeb(url)) later(() => window.open(url, '_blank', 'noopener'));
  };
  host.can_share = () => Boolean(navigator.share);
  host.share = (title, query) => later(() => {
    navigator.share({ title, url: address(query) }).catch(() => {}); // the reader closed the sheet
  });
  host.save = (name, mime, bytes) => later(() => {
    const give = (blob) => {
      const anchor = document.createElement('a');
      anchor.href = URL.createObjectURL(blob);
      anchor.download = name;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
    };
    // The drawn frame is there only until this task ends.
    if (bytes.length) give(new Blob([bytes], { type: mime }));
    else canvas.toBlob(give);
  });
}
