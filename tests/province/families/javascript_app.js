(function () {
  'use strict';
  var root = document.getElementById('app');

  function node(name, given, inside) {
    var made = document.createElement(name);
    Object.keys(given || {}).forEach(function (key) { made.setAttribute(key, given[key]); });
    [].concat(inside || []).forEach(function (part) {
      made.appendChild(typeof part === 'string' ? document.createTextNode(part) : part);
    });
    return made;
  }
  function raw(html) {
    var made = node('div', { 'class': 'noi-dung' });
    made.innerHTML = html;
    return made;
  }
  function link(address, words) {
    var inside = address.charAt(0) === '/' && address.indexOf('/tai-ve/') !== 0;
    return node('a', inside ? { href: address, 'data-link': '' } : { href: address }, words);
  }
  function ask(address) {
    return fetch('/api' + address, { headers: { Accept: 'application/json' } })
      .then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.json();
      });
  }
  function list(rows) {
    return node('ul', { 'class': 'danh-sach' }, rows.map(function (row) {
      var sign = row.soHieu ? row.soHieu + ': ' : '';
      return node('li', {}, [sign, link(row.duongDan, row.tieuDe), ' ',
        node('time', {}, row.ngay)]);
    }));
  }
  function files(held) {
    if (!held.length) { return []; }
    return [node('h4', {}, 'Tệp đính kèm'), node('ul', { 'class': 'tep' },
      held.map(function (file) { return node('li', {}, link(file.duongDan, file.ten)); }))];
  }
  function pager(data) {
    if (data.soTrang < 2) { return []; }
    var cells = [];
    for (var page = 1; page <= data.soTrang; page += 1) {
      cells.push(page === data.trang ? node('b', {}, String(page))
        : link('/chuyen-muc/' + data.id + '?trang=' + page, String(page)), ' ');
    }
    return [node('nav', { 'class': 'phan-trang' }, cells)];
  }

  var views = {
    home: function () {
      return ask('/trang-chu').then(function (data) {
        return { title: data.tieuDe, parts: [node('h2', {}, 'Tin mới'), list(data.tin),
          node('h2', {}, 'Văn bản mới'), list(data.vanBan)] };
      });
    },
    section: function (number) {
      var page = new URLSearchParams(location.search).get('trang') || '1';
      return ask('/chuyen-muc/' + number + '?trang=' + page).then(function (data) {
        return { title: data.tieuDe, parts: [node('h1', {}, data.tieuDe), raw(data.noiDung),
          list(data.danhSach)].concat(files(data.tep), pager(data)) };
      });
    },
    entry: function (number) {
      return ask('/bai-viet/' + number).then(function (data) {
        return { title: data.tieuDe, parts: [node('h1', {}, data.tieuDe),
          node('p', {}, [node('time', {}, data.ngay), ' ', data.soHieu]), raw(data.noiDung)]
          .concat(files(data.tep), [node('h4', {}, 'Tin liên quan'), list(data.lienQuan)]) };
      });
    }
  };
  function route(path) {
    var found = /^\/(chuyen-muc|bai-viet)\/(\d+)/.exec(path);
    if (path === '/') { return views.home(); }
    if (!found) { return Promise.reject(new Error('404')); }
    return found[1] === 'bai-viet' ? views.entry(found[2]) : views.section(found[2]);
  }
  function menu(items) {
    return node('ul', {}, items.map(function (item) {
      return node('li', {}, [link(item.duongDan, item.ten)].concat(
        item.con.length ? [menu(item.con)] : []));
    }));
  }
  function show(frame) {
    var main = node('main', {}, 'Đang tải dữ liệu...');
    root.replaceChildren(node('header', {}, [node('h1', {}, frame.coQuan),
      node('nav', { 'class': 'menu' }, menu(frame.menu))]), main,
    node('footer', {}, frame.coQuan + ' - Lượt truy cập: ' + frame.luot));
    return route(location.pathname).then(function (page) {
      document.title = page.title + ' - ' + frame.coQuan;
      main.replaceChildren.apply(main, page.parts);
    }).catch(function () {
      document.title = 'Không tìm thấy trang - ' + frame.coQuan;
      main.replaceChildren(node('h1', {}, 'Không tìm thấy trang'));
    });
  }
  var frame = ask('/cau-hinh');
  function start() { frame.then(show); }
  document.addEventListener('click', function (event) {
    var chosen = event.target.closest('a[data-link]');
    if (!chosen) { return; }
    event.preventDefault();
    history.pushState({}, '', chosen.getAttribute('href'));
    start();
  });
  window.addEventListener('popstate', start);
  start();
})();
