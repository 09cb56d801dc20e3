(function () {
  'use strict';
  function hoi(diaChi, xong) {
    var yeuCau = new XMLHttpRequest();
    yeuCau.open('GET', diaChi);
    yeuCau.onload = function () { xong(yeuCau.responseText, yeuCau.status); };
    yeuCau.send();
  }
  function khung(ten) {
    return document.getElementById(ten) || document.querySelector('main') || document.body;
  }
  function rows(duLieu) {
    return Array.isArray(duLieu) ? duLieu : [duLieu, duLieu.data, duLieu.d, duLieu.pagination]
      .map(function (one) {
        return one && (Array.isArray(one) ? one
          : one.items || one.rows || one.results || one.danhSach || one.content || one.data);
      }).filter(Array.isArray)[0] || [];
  }
  function dien(noi, duLieu) {
    if (duLieu.html) { noi.innerHTML = duLieu.html; return; }
    var danhSach = document.createElement('ul'), hang = rows(duLieu);
    hang.forEach(function (dong) {
      var muc = document.createElement('li'), lienKet = document.createElement('a');
      lienKet.href = dong.url;
      lienKet.textContent = dong.title;
      muc.textContent = [dong.number, dong.date, ''].filter(Boolean).join(' - ') + ' ';
      muc.appendChild(lienKet);
      danhSach.appendChild(muc);
    });
    noi.replaceChildren(hang.length ? danhSach : document.createTextNode('Không có dữ liệu.'));
  }
  window.nap = function (ten, diaChi) {
    hoi(diaChi, function (chu) { dien(khung(ten), JSON.parse(chu)); });
  };
  window.napDoan = function (ten, diaChi) {
    hoi(diaChi, function (chu) { khung(ten).innerHTML = chu; });
  };
  window.napMenu = function (diaChi) {
    hoi(diaChi, function (chu) { window.danhMuc = JSON.parse(chu); });
  };
  function mo(so) { window.nap('', '/du-lieu/bai-viet/' + so); return false; }
  function muc(so) { window.nap('', '/du-lieu/muc/' + so); return false; }
  window.xem = window.download = window.moFile = mo;
  window.moMuc = window.getData = window.trang = window.locNam = muc;
  document.addEventListener('click', function (suKien) {
    var nut = suKien.target.closest('[data-id], [data-muc], [data-p], [data-page-number]');
    if (!nut) { return; }
    suKien.preventDefault();
    if (nut.dataset.id) { mo(nut.dataset.id); } else { muc(nut.dataset.muc || nut.dataset.p); }
  });
})();
