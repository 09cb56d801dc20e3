(function () {
  "use strict";
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }
  var form = document.querySelector(".filters");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".matrix tbody tr"));
  var known = rows.map(function (row) {
    return {
      row: row,
      name: plain(row.cells[0].textContent),
      level: row.dataset.level,
      statuses: Array.prototype.slice.call(row.cells, 1).map(function (cell) {
        return cell.className + (cell.dataset.review ? " reviewed" : "");
      })
    };
  });
  function field(id) { return document.getElementById(id); }
  function apply() {
    var name = plain(field("f-name").value.trim());
    var level = field("f-level").value;
    var status = field("f-status").value;
    var place = field("f-publication").value;
    var shown = 0;
    known.forEach(function (entry) {
      var among = place === "" ? entry.statuses : [entry.statuses[Number(place)]];
      var fits = (!name || entry.name.indexOf(name) >= 0) && (!level || entry.level === level) &&
        (!status || among.some(function (words) { return words.split(" ").indexOf(status) >= 0; }));
      entry.row.hidden = !fits;
      if (fits) { shown += 1; }
    });
    field("f-count").textContent = "Hiện " + shown + "/" + known.length + " cơ quan";
    field("f-none").hidden = shown > 0;
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
  function close(details) {
    details.open = false;
    details.querySelector("summary").focus();
  }
  document.addEventListener("toggle", function (event) {
    var details = event.target;
    if (!details.open) { return; }
    document.querySelectorAll("details[open]").forEach(function (other) {
      if (other !== details) { other.open = false; }
    });
    var panel = details.querySelector(".panel");
    if (panel && !panel.querySelector(".close")) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "close";
      button.textContent = "Đóng ✕";
      button.addEventListener("click", function () { close(details); });
      panel.insertBefore(button, panel.firstChild);
    }
    details.scrollIntoView({ block: "nearest" });
  }, true);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details[open]").forEach(close);
  });
}());
