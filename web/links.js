// Ways out of the page: links, sharing and files.

const isWeb = (url) => /^https?:\/\//i.test(url);

export function links({ options, later }, host) {
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
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
  });
}
