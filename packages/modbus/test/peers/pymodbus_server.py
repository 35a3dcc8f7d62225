"""A device on pymodbus 3.0: an independent peer for the tests.

    pymodbus_server.py tcp|rtu-over-tcp PORT

Units 1 and 2. Holding registers 0..99 are 2000 plus their address at unit 1 and 3000 plus it at unit 2; input registers likewise and
500 more; every third coil and discrete input is on. Identifies itself as Setpoint Tests. Listens on 127.0.0.1.
"""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.server import StartTcpServer
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer


def unit(first):
    bits = [index % 3 == 0 for index in range(100)]
    return ModbusSlaveContext(
        co=ModbusSequentialDataBlock(0, list(bits)),
        di=ModbusSequentialDataBlock(0, list(bits)),
        hr=ModbusSequentialDataBlock(0, [first + index for index in range(100)]),
        ir=ModbusSequentialDataBlock(0, [first + 500 + index for index in range(100)]),
        zero_mode=True,
    )


framer = ModbusRtuFramer if sys.argv[1] == "rtu-over-tcp" else ModbusSocketFramer
identity = ModbusDeviceIdentification(
    info_name={"VendorName": "Setpoint Tests", "ProductCode": "SP-1", "MajorMinorRevision": "1.2", "ProductName": "Peer"}
)
context = ModbusServerContext(slaves={1: unit(2000), 2: unit(3000)}, single=False)
StartTcpServer(context=context, identity=identity, framer=framer, address=("127.0.0.1", int(sys.argv[2])))
